filedesc://own.arc 0.0.0.0 20050614070144 text/plain 20
1 0 InternetArchive

http://a.example/1 192.0.2.1 20050614070144 text/html 48
HTTP/1.1 200 OK
Content-Type: text/html

Rain
